package fr.vigie.jobs.format;

import com.fasterxml.jackson.databind.JsonNode;
import fr.vigie.input.InputKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Conversation details of Genesys Cloud: an object a conversation, one a line, one behind the other, or an array. */
public record GenesysCloud() implements Format {
    @Override
    public Set<InputKind> kinds() {
        return EnumSet.of(InputKind.CALLS);
    }

    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        return JsonDocuments.records(files.get(0), wanted, (conversation, line) -> record(conversation, line, wanted));
    }

    private static RawRecord record(JsonNode conversation, long line, Wanted wanted) {
        try {
            return GenesysConversation.of(conversation).call(wanted, line);
        } catch (BadValue e) {
            return CallValues.problem(0, line, wanted, e.reason(), String.valueOf(e.getMessage()));
        }
    }
}

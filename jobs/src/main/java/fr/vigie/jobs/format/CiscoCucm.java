package fr.vigie.jobs.format;

import fr.vigie.input.InputKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The call detail records of Cisco Unified Communications Manager: columns by the header, a line of types behind it, times
 * in UTC. A call has a record for each pair of parties; they may stand in several files.
 *
 * @param voicemail the numbers of the answering machine; null: none
 */
public record CiscoCucm(@Nullable List<String> voicemail) implements Format {
    public CiscoCucm {
        voicemail = voicemail == null ? null : List.copyOf(voicemail);
    }

    @Override
    public Set<InputKind> kinds() {
        return EnumSet.of(InputKind.CALLS);
    }

    @Override
    public boolean joinsFiles() {
        return true;
    }

    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        var calls = new CiscoCalls(files, wanted, voicemail == null ? Set.of() : Set.copyOf(voicemail));
        return new RecordsAhead(calls::next, calls::close);
    }
}

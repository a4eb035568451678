package fr.vigie.jobs.format;

import fr.vigie.input.InputKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Contact records of Amazon Connect: an object a contact, one a line, one behind the other, or an array. A transfer makes a
 * contact of its own, so that a call may be a chain of them, in several files.
 */
public record AmazonConnect() implements Format {
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
        var calls = new ConnectCalls(files, wanted);
        return new RecordsAhead(calls::next, calls::close);
    }
}

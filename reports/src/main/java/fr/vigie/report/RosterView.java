package fr.vigie.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A published roster, to be put on the wall.
 *
 * @param service whose it is
 * @param week its first day
 * @param version of the week, from 1
 * @param published when, by the service's clock
 * @param author who published it
 * @param pieces the shifts; absences are nobody else's business and left out
 */
public record RosterView(
        String service, LocalDate week, int version, LocalDateTime published, String author, List<ShiftPiece> pieces) {
    public RosterView {
        pieces = pieces.stream()
                .filter(piece -> !piece.activity().equals("absence"))
                .toList();
    }
}

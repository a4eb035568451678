package fr.vigie.jobs.territory;

import fr.vigie.input.Commune;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.territory.PanelPractice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The practices whose figures may enter territorial aggregates.
 *
 * @param practices those of the specialty that agreed for the whole period
 * @param period the period
 */
record Panel(List<PracticeRow> practices, Period period) {
    static Panel of(Collection<PracticeRow> all, String specialty, Period period) {
        return new Panel(
                all.stream()
                        .filter(practice -> specialty.equals(practice.specialty()))
                        .filter(practice -> hasAgreed(practice, period))
                        .sorted(Comparator.comparing(PracticeRow::practiceId))
                        .toList(),
                period);
    }

    List<String> ids() {
        return practices.stream().map(PracticeRow::practiceId).toList();
    }

    /**
     * The panel without names.
     *
     * @param calls what the practices' calls add up to
     * @param doctors their doctors; one who works at several counts at the first
     * @param restrictions what they told the operators
     * @param end the period's end
     * @param communes the region; a practice elsewhere is left out
     */
    List<PanelPractice> anonymous(
            Collection<PracticeCalls> calls,
            Collection<Doctor> doctors,
            Collection<Restriction> restrictions,
            Instant end,
            Map<String, Commune> communes) {
        var callsOf = new HashMap<String, PracticeCalls>();
        calls.forEach(of -> callsOf.put(of.practiceId(), of));
        var counted = new HashSet<String>();
        var panel = new ArrayList<PanelPractice>();
        for (var practice : practices) {
            var commune = communes.get(practice.insee());
            var of = callsOf.get(practice.practiceId());
            if (commune == null || of == null) {
                continue;
            }
            long present = doctors.stream()
                    .filter(doctor -> doctor.practiceId().equals(practice.practiceId()))
                    .filter(doctor -> doctor.activeUntil() == null
                            || !doctor.activeUntil().isBefore(period.last()))
                    .filter(doctor -> counted.add(doctor.practitionerId()))
                    .count();
            long restricted = restrictions.stream()
                    .filter(restriction -> restriction.practiceId().equals(practice.practiceId()))
                    .filter(restriction -> restriction.isInForce(end))
                    .count();
            panel.add(new PanelPractice(commune, (int) present, (int) restricted, of.callers(), of.counts()));
        }
        return panel;
    }

    private static boolean hasAgreed(PracticeRow practice, Period period) {
        return practice.agreedFrom() != null
                && !practice.agreedFrom().isAfter(period.from())
                && (practice.agreedUntil() == null || !practice.agreedUntil().isBefore(period.last()));
    }
}

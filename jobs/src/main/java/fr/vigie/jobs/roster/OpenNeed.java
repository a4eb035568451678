package fr.vigie.jobs.roster;

import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.StaffingRow;
import java.util.List;

/** Nobody is needed while the house is closed. */
final class OpenNeed {
    private OpenNeed() {}

    /** Fails where somebody is needed in an interval in which the lines of that group are not open for a minute. */
    static void check(List<StaffingRow> staffing, ServiceConfig service) {
        for (var row : staffing) {
            var day = row.localDate();
            var open = service.openingHours(row.group(), day, day.plusDays(1));
            var start = row.startsAt().atZone(service.zone());
            int from = start.getHour() * 60 + start.getMinute();
            boolean isOpen = false;
            for (int minute = from; minute < Math.min(1440, from + row.intervalMinutes()); minute++) {
                isOpen = isOpen || open.isOpen(start.toLocalDate(), minute);
            }
            if (row.agents() > 0 && !isOpen) {
                throw UserError.failed(
                        "The staffing of %s needs %d operators on %s at %s, when lines are closed.\nMaybe the opening hours changed: run 'vigie staffing' again."
                                .formatted(row.group(), row.agents(), start.toLocalDate(), start.toLocalTime()));
            }
        }
    }
}

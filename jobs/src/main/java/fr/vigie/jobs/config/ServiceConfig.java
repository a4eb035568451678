package fr.vigie.jobs.config;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.calendar.OpeningHours.Stretch;
import fr.vigie.calendar.PublicHolidays;
import fr.vigie.calendar.SchoolZone;
import fr.vigie.load.ServiceLevelTarget;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Target;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What all stages share about the answering service.
 *
 * @param name the service's name, as reports print it
 * @param zone the zone of its business dates
 * @param weekStart the day a week begins on
 * @param openingHours stretches such as {@code 07:00-19:00} by weekday; a weekday left out is closed
 * @param groups opening hours of a planning group, where they differ
 * @param publicHolidays the department whose public holidays apply, e.g. {@code 59}; {@code "none"}: none
 * @param openOnPublicHolidays whether lines are staffed on public holidays
 * @param closed further days without service
 * @param schoolZone {@code A}, {@code B} or {@code C}: whose school holidays matter; {@code "none"}: nobody's
 * @param queueOpensBefore how long before opening callers may already queue
 * @param redialWindow a call within it after an unanswered one of the same caller is a redial; a day at most
 * @param serviceLevel what is promised, e.g. {@code 0.8@20}
 * @param shortAbandon an abandonment within it is short
 * @param longWait a wait over it is long
 * @param shortTalk a talk under it counts as a call and stays out of the average handling time
 */
public record ServiceConfig(
        String name,
        ZoneId zone,
        DayOfWeek weekStart,
        Map<DayOfWeek, List<String>> openingHours,
        Map<String, Map<DayOfWeek, List<String>>> groups,
        String publicHolidays,
        boolean openOnPublicHolidays,
        List<LocalDate> closed,
        String schoolZone,
        Duration queueOpensBefore,
        Duration redialWindow,
        String serviceLevel,
        Duration shortAbandon,
        Duration longWait,
        Duration shortTalk) {

    private static final String NONE = "none";

    public ServiceConfig {
        BadKey.naming("service-level", () -> promise(ServiceLevelTarget.parse(serviceLevel)));
        stretches("opening-hours", openingHours);
        groups.forEach((group, hours) -> stretches("groups." + group, hours));
        BadKey.naming("school-zone", () -> schools(schoolZone));
        BadKey.naming("redial-window", () -> atMostADay(redialWindow));
    }

    /** What operators can be found for: not all callers, of whom any number may call at once. */
    private static Target promise(ServiceLevelTarget level) {
        return new Target.Answered(level.share(), ServiceLevel.offered(level.seconds()));
    }

    /** Each day's load is counted with the calls of the window before it. */
    private static Duration atMostADay(Duration window) {
        if (window.isNegative() || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("The window (%s) must be from 0 to 24 hours.".formatted(window));
        }
        return window;
    }

    /** What is promised to callers. */
    public ServiceLevelTarget serviceLevelTarget() {
        return ServiceLevelTarget.parse(serviceLevel);
    }

    /** The public holidays that apply, within half-open dates. */
    public Set<LocalDate> publicHolidays(LocalDate from, LocalDate until) {
        return publicHolidays.equals(NONE) ? Set.of() : PublicHolidays.ofDepartment(publicHolidays, from, until);
    }

    /** The zone whose school holidays matter, if any. */
    public Optional<SchoolZone> schools() {
        return schools(schoolZone);
    }

    /** The service's opening hours, with closed days between the dates (half-open) taken out. */
    public OpeningHours openingHours(LocalDate from, LocalDate until) {
        return new OpeningHours(stretches("opening-hours", openingHours), closedDays(from, until));
    }

    /** Whether lines of any group are open on Sundays. */
    public boolean opensOnSundays() {
        return Stream.concat(Stream.of(openingHours), groups.values().stream())
                .anyMatch(hours ->
                        !hours.getOrDefault(DayOfWeek.SUNDAY, List.of()).isEmpty());
    }

    /** The opening hours of a planning group; the service's where it has none of its own. */
    public OpeningHours openingHours(String group, LocalDate from, LocalDate until) {
        var own = groups.get(group);
        return own == null
                ? openingHours(from, until)
                : new OpeningHours(stretches("groups." + group, own), closedDays(from, until));
    }

    private Set<LocalDate> closedDays(LocalDate from, LocalDate until) {
        var days = new TreeSet<>(closed);
        if (!openOnPublicHolidays) {
            days.addAll(publicHolidays(from, until));
        }
        return days;
    }

    private static Map<DayOfWeek, List<Stretch>> stretches(String key, Map<DayOfWeek, List<String>> hours) {
        var parsed = new TreeMap<DayOfWeek, List<Stretch>>();
        hours.forEach((day, texts) -> parsed.put(
                day, BadKey.naming(key + "." + day.name().toLowerCase(Locale.ROOT), () -> Stretch.parseAll(texts))));
        return parsed;
    }

    private static Optional<SchoolZone> schools(String zone) {
        if (zone.equals(NONE)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(SchoolZone.values())
                .filter(each -> each.name().equalsIgnoreCase(zone))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of A, B, C and none.".formatted(zone))));
    }
}

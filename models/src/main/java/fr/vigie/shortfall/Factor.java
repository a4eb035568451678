package fr.vigie.shortfall;

import java.util.Locale;

/** Why a promise was not kept, or was more than kept. */
public enum Factor {
    /** More or fewer calls than forecast. */
    VOLUME,

    /** Longer or shorter calls. */
    HANDLING_TIME,

    /** Rostered operators who did not come. */
    ABSENCE,

    /** Operators who came and were not ready for calls when rostered, or were when they were not. */
    ADHERENCE,

    /** What the queueing model does not know: chance, callers waiting at opening, overflow, faults. */
    REST;

    /** Its name as people write it, in kebab-case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

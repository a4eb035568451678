package fr.vigie.territory;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a figure is to be read. In tables the words stand in lower case with hyphens, separated by {@code "; "}. */
public enum Note {
    /** Minutes come from the travel times that were given. */
    TRAVEL_BY_ROAD,

    /** Minutes are estimated from great circles. */
    TRAVEL_ESTIMATED,

    /** The share is counted over communes; over living territories it is about half. */
    SHARE_OF_COMMUNES,

    /** As published, not computed here. */
    AS_PUBLISHED,

    /** At or below the lower threshold of the zoning. */
    CLASS_UNDER_DENSE,

    /** Between the thresholds. */
    CLASS_POOL,

    /** Above the upper threshold. */
    CLASS_OUTSIDE,

    /** An index to sort by, not a probability. */
    INDEX,

    /** From the clients that agreed, who are no random sample of the doctors. */
    PANEL_NOT_REPRESENTATIVE,

    /** Rounded to 5 %. */
    ROUNDED_TO_5_PERCENT,

    /** Too few behind it, or a neighbour's would show. */
    CONFIDENTIAL;

    /** The word in tables and files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(Note... notes) {
        return Arrays.stream(notes).map(Note::key).collect(Collectors.joining("; "));
    }

    static Note of(AplThresholds.AplClass aplClass) {
        return switch (aplClass) {
            case UNDER_DENSE -> CLASS_UNDER_DENSE;
            case POOL -> CLASS_POOL;
            case OUTSIDE -> CLASS_OUTSIDE;
        };
    }
}

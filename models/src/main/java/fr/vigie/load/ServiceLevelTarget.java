package fr.vigie.load;

/**
 * What is promised to callers: a share of them answered within a time.
 *
 * @param share above 0, at most 1
 * @param seconds at least 0
 */
public record ServiceLevelTarget(double share, double seconds) {
    public ServiceLevelTarget {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The service level (%s) must be a share above 0 and at most 1.".formatted(share));
        }
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(
                    "The service level's time (%s s) must be at least 0.".formatted(seconds));
        }
    }

    /** Reads {@code 0.8@20}: 80 % within 20 seconds. */
    public static ServiceLevelTarget parse(String text) {
        var parts = text.strip().split("@", -1);
        try {
            if (parts.length == 2) {
                return new ServiceLevelTarget(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            }
        } catch (NumberFormatException e) {
            // Falls through to the message below, which names the whole text.
        }
        throw new IllegalArgumentException("The service level '%s' is not like 0.8@20.".formatted(text));
    }

    @Override
    public String toString() {
        return share + "@" + seconds;
    }
}

package fr.vigie.jobs.format;

/** A value that cannot be used; the reason is a code, the message says what stood there. */
public final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public BadValue(String reason, String value) {
        super(value);
        this.reason = reason;
    }

    /** A code, e.g. {@code bad-value}. */
    public String reason() {
        return reason;
    }

    /** The same as a problem of a record. */
    public Problem problem(String column) {
        return new Problem(reason, column + " " + getMessage());
    }
}

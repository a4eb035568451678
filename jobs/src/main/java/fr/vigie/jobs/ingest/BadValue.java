package fr.vigie.jobs.ingest;

/** A value that cannot be used; the reason is a code, the message the value. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BadValue(String reason, String value) {
        super(value);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

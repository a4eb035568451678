package fr.vigie.jobs.format;

/** A file that cannot be used as a whole; the message says why, without the file's name. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadFile(String message) {
        super(message);
    }
}

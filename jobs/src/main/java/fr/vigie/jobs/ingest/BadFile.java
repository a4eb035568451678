package fr.vigie.jobs.ingest;

/** A file that cannot be used as a whole; the message says why, without the file's name. */
final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFile(String message) {
        super(message);
    }
}

package fr.vigie.jobs.error;

/**
 * A failure that its reader can mend: one line that names the thing and its state, and what to do about it. It is
 * printed without a stack trace.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private UserError(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Something went wrong on the way: exit code 1. */
    public static UserError failed(String message) {
        return new UserError(message, 1);
    }

    /** The command or the configuration is wrong: exit code 2. */
    public static UserError usage(String message) {
        return new UserError(message, 2);
    }

    public int exitCode() {
        return exitCode;
    }
}

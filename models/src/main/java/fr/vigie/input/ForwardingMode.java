package fr.vigie.input;

/** When a practice's calls come to the service. */
public enum ForwardingMode {
    /** All of them. */
    ALWAYS,

    /** At certain hours. */
    SCHEDULED,

    /** Those that the practice does not take itself. */
    OVERFLOW,

    /** None. */
    NONE
}

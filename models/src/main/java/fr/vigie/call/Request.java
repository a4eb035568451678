package fr.vigie.call;

/** What the caller wanted. */
public enum Request {
    /** An appointment, as a known patient. */
    BOOKING,

    /** An appointment, as a patient the practice does not know. */
    NEW_PATIENT,

    /** Another time for an appointment. */
    CHANGE,

    /** To give an appointment back. */
    CANCELLATION,

    /** To be seen or advised today. */
    URGENT,

    /** A renewal. */
    PRESCRIPTION,

    /** Opening hours, address, results. */
    INFORMATION,

    /** Anything else. */
    OTHER
}

package fr.vigie.call;

/** How an answered or deflected call ended. */
public enum Disposition {
    /** With an appointment. */
    BOOKED,

    /** Without one: no free slot was left. */
    NO_SLOT,

    /** With an appointment moved. */
    MOVED,

    /** With an appointment cancelled. */
    CANCELLED,

    /** With a message for the doctor. */
    MESSAGE,

    /** With an answer. */
    INFORMATION,

    /** With the doctor on the line. */
    TRANSFERRED,

    /** Without an appointment: the practice takes no new patients. */
    NEW_PATIENT_REFUSED,

    /** With advice to call the emergency services. */
    URGENT_REDIRECTED,

    /** Otherwise. */
    OTHER
}

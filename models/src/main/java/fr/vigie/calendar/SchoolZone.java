package fr.vigie.calendar;

/** The three zones whose schools take winter and spring holidays at different weeks. Lille is in zone B. */
public enum SchoolZone {
    A,
    B,
    C
}

package fr.vigie.scenario;

import java.time.LocalDate;

/** A team on a day. */
public record TeamDay(String team, LocalDate date) {}

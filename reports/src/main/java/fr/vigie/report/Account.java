package fr.vigie.report;

import fr.vigie.load.ServiceLevelTarget;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A practice as a client.
 *
 * @param practiceId its account
 * @param name its name
 * @param place its commune
 * @param specialty its specialty
 * @param accountManager who looks after it
 * @param clientSince first day as a client
 * @param callsAWeek mean offered calls over the edition's period
 * @param packageCalls calls a month in its package
 * @param serviceLevel promised to it
 */
public record Account(
        String practiceId,
        String name,
        Optional<String> place,
        Optional<String> specialty,
        Optional<String> accountManager,
        Optional<LocalDate> clientSince,
        OptionalDouble callsAWeek,
        OptionalInt packageCalls,
        Optional<ServiceLevelTarget> serviceLevel) {}

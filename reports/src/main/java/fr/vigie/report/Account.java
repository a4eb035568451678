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
 * @param weeklyCalls mean offered calls a week over the days of the edition's period on which it was a client
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
        OptionalDouble weeklyCalls,
        OptionalInt packageCalls,
        Optional<ServiceLevelTarget> serviceLevel) {}

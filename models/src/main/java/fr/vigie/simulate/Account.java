package fr.vigie.simulate;

import fr.vigie.input.ForwardingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client practice as the simulation knows it: its row and its true habits.
 *
 * @param index 0 to practices - 1
 * @param id practice id
 * @param name its name
 * @param insee its commune
 * @param cpts its commune's territorial health community
 * @param specialty one of {@link #SPECIALTIES}
 * @param group planning group, 0 to 3
 * @param weight calls relative to the mean practice, while all of them are forwarded
 * @param leaning when its patients call, see {@link DayShape#LEANINGS}
 * @param growth drift of its calls a year, e.g. 0.02
 * @param doctors its doctors
 * @param clientSince first day as a client
 * @param clientUntil last day as a client
 * @param agreedFrom from when its figures may enter aggregates; empty: never
 * @param forwarding how its line is forwarded
 * @param identifiedByLine whether the phone system reports the line called instead of the account
 * @param menuSeconds seconds of an announcement before the queue
 * @param patients size of the pool of callers
 * @param transfers factor on the share of calls put through
 * @param declined share of transfers the doctor refuses
 * @param noAnswer share of transfers the doctor does not pick up
 * @param noSlot share of booking requests that find no slot
 * @param newRefused share of new patients refused
 * @param noNewPatients whether an instruction to refuse new patients is in force from the start
 * @param messageHours median hours until a message is read
 */
record Account(
        int index,
        String id,
        String name,
        String insee,
        @Nullable String cpts,
        String specialty,
        int group,
        double weight,
        int leaning,
        double growth,
        List<Doctor> doctors,
        LocalDate clientSince,
        @Nullable LocalDate clientUntil,
        @Nullable LocalDate agreedFrom,
        ForwardingMode forwarding,
        boolean identifiedByLine,
        int menuSeconds,
        int patients,
        double transfers,
        double declined,
        double noAnswer,
        double noSlot,
        double newRefused,
        boolean noNewPatients,
        double messageHours) {
    static final List<String> SPECIALTIES = List.of(
            "general", "paediatrics", "gynaecology", "cardiology", "dermatology", "ophthalmology", "psychiatry");
    static final int GROUPS = 4;

    static String groupName(int group) {
        return "G" + (group + 1);
    }

    boolean isClientOn(LocalDate day) {
        return !day.isBefore(clientSince) && (clientUntil == null || !day.isAfter(clientUntil));
    }

    boolean isGeneral() {
        return specialty.equals(SPECIALTIES.get(0));
    }
}

package fr.vigie.simulate;

import fr.vigie.call.Disposition;
import fr.vigie.call.Request;
import fr.vigie.call.TransferResult;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants and how the call would go if somebody took it.
 *
 * @param request what the caller wants; empty: rang off before saying
 * @param disposition how the call would end
 * @param transfer what the doctor would do with it, where it is put through
 * @param talkMillis talking, milliseconds, ringing at the doctor's included
 * @param wrapMillis work after the call, milliseconds
 */
record Conversation(
        @Nullable Request request,
        Disposition disposition,
        @Nullable TransferResult transfer,
        long talkMillis,
        long wrapMillis) {}

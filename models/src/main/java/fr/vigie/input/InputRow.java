package fr.vigie.input;

/** A row of an input file. The permitted records are the kinds of file that Vigie reads. */
public sealed interface InputRow
        permits Absence,
                Agenda,
                Call,
                Commune,
                Contract,
                Event,
                Forwarding,
                Instruction,
                Message,
                Observation,
                Operator,
                Practice,
                Practitioner,
                Presence,
                Review,
                Shift,
                Supply,
                Travel,
                Work {}

package fr.vigie.jobs.cli;

import java.util.Locale;

/** The languages in which results are told. */
enum Language {
    FR,
    EN;

    Locale locale() {
        return Locale.forLanguageTag(name());
    }
}

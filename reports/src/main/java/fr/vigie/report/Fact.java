package fr.vigie.report;

/** A figure worth a glance: its name, its value, and what to make of it (may be empty). */
record Fact(String label, String value, String remark) {}

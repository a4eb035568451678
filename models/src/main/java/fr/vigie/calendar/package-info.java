/** The calendar of a service: public holidays, school holidays, opening hours, business days. */
@NullMarked
package fr.vigie.calendar;

import org.jspecify.annotations.NullMarked;

/** Work beside calls: what of it the quiet hours of the coming week take, and what stays late. */
@NullMarked
package fr.vigie.jobs.backlog;

import org.jspecify.annotations.NullMarked;

/**
 * The office as its owner described it: people, teams, lines, trunks, classes, scripts, and the office file that holds all of it. It
 * exists so that the whole configuration is one immutable value, read whole or refused whole. Everyone above reads it through
 * {@link ringdown.office.CurrentOffice}; the page and the start read files through {@link ringdown.office.OfficeFile}.
 */
@NullMarked
package ringdown.office;

import org.jspecify.annotations.NullMarked;

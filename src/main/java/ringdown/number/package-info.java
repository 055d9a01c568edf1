/**
 * Telephone numbers: how they are written, what a caller shows, what a telephone of the office has dialled. Pure; libphonenumber
 * stands behind it. Everyone above calls it.
 */
@NullMarked
package ringdown.number;

import org.jspecify.annotations.NullMarked;

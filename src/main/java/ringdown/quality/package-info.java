/**
 * What the office looks at to become better: calls that reached the head, what left the agreed order and which rule would mend it, the
 * figures against the targets, the numbers in print, and the morning. Pure rules over what the ledger has written; what people decide of it
 * is kept through {@link ringdown.quality.QualityOnDisk}. {@link ringdown.quality.Quality} is the front door; the page asks.
 */
@NullMarked
package ringdown.quality;

import org.jspecify.annotations.NullMarked;

/**
 * The benchmarks behind {@code ./ringdown bench}: a real box as a process of its own, driven over sockets, each figure beside the wanted
 * one and, where there is one, beside a plain reference in the same run. No test calls them.
 */
@NullMarked
package ringdown.bench;

import org.jspecify.annotations.NullMarked;

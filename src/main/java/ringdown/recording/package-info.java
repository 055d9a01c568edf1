/**
 * Sound on its way to the disk: files that grow while somebody speaks, that a crash cannot spoil, and that go when they are old. The
 * media clock hands frames over without waiting; one thread writes them out, one syncs the files in turn. Voicemail and talks call it.
 */
@NullMarked
package ringdown.recording;

import org.jspecify.annotations.NullMarked;

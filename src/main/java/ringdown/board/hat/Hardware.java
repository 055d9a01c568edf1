package ringdown.board.hat;

import java.io.IOException;
import ringdown.board.tdm.SoundCard;

/** What a board is opened through: the machine's pins and its sound. Either may be missing now and there later. */
public interface Hardware {
    /** Opens the pins, chips held in reset; the IOException says in plain words why it cannot. */
    Wiring pins(BoardProfile profile) throws IOException;

    /** Opens the sound card; the IOException says in plain words why it cannot. */
    SoundCard sound(BoardProfile profile) throws IOException;
}

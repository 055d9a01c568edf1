package ringdown.board.proslic;

/** The direct registers of one chip, numbered as in its data sheet. A chip that does not answer reads 0xFF or 0. One thread. */
public interface RegisterBus {
    /** The register's value, 0 to 255. */
    int read(int register);

    /** Writes the low eight bits. */
    void write(int register, int value);
}

package ringdown.board.hat;

import ringdown.board.proslic.PortDriver;

/** A port of a board: its socket, what is or should be in it, the driver and the registers that it is given once there are some. */
record HatPort(Socket socket, Module module, PortBus bus, PortDriver driver) {}

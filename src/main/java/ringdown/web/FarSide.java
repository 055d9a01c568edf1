package ringdown.web;

import ringdown.simulator.Simulator;

/** What only a simulated board has: the far side, and a clock that can be moved. */
public record FarSide(Simulator simulator, ClockMover clock) {}

/**
 * What the outside sees over HTTP: the API of the contract, live events, the simulator, the page. One class per resource; the only user
 * of Javalin. Reads and changes what the engine offers; called by browsers and programs.
 */
@NullMarked
package ringdown.web;

import org.jspecify.annotations.NullMarked;

package ringdown.prompts;

import ringdown.number.Language;

/**
 * A line of the list of prompts.
 *
 * @param name the name to replace it by
 * @param words what the built-in sound says
 * @param replaced whether the office's own recording is played instead
 */
public record PromptSound(String name, Language language, String words, boolean replaced) {}

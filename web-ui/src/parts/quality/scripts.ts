/** The names of the scripts of an office file as the box writes it: keys one step below `scripts:`. */
export function scriptNames(yaml: string): string[] {
  const lines = yaml.split("\n");
  const start = lines.findIndex((line) => /^scripts:\s*(#.*)?$/.test(line));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^\S/.test(line) && !line.startsWith("#"));
  return (end < 0 ? rest : rest.slice(0, end)).flatMap((line) => /^ {2}(?:"([^"]+)"|'([^']+)'|([^\s#'"][^:]*)):/.exec(line)?.slice(1).find(Boolean) ?? []);
}

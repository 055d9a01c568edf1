import { TextInput, type TextInputProps } from "@mantine/core";
import { useEffect, useState } from "react";

interface Props extends Omit<TextInputProps, "value" | "onChange" | "type"> {
  /** 2026-11-23, or empty. */
  value: string;
  onChange: (day: string) => void;
  "data-testid"?: string;
}

/** A day that is taken once it is whole: while its year is typed (0002, 0020, 0202) nothing is asked of the box. */
export function DateField({ value, onChange, ...input }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const take = (day: string) => {
    setTyped(day);
    if (day === "" || day >= "1970") onChange(day);
  };
  return <TextInput {...input} type="date" value={typed} onChange={(e) => take(e.currentTarget.value)} />;
}

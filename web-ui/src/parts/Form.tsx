import { Stack } from "@mantine/core";
import type { ReactNode } from "react";

/** The fields and buttons of a dialog: Enter in a field does what its last button does. */
export function Form({ onSubmit, children }: { onSubmit: () => unknown; children: ReactNode }) {
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        // A dialog stands in a portal, and its events still go to what opened it.
        e.stopPropagation();
        void onSubmit();
      }}
    >
      <Stack>{children}</Stack>
    </form>
  );
}

import { useEffect, useState } from "react";

/** For a dialog that is there only while it is open: whoever works by keyboard goes on where they were when it has gone. */
export function useFocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Not before the dialog has let go of the focus.
      setTimeout(() => before instanceof HTMLElement && before.isConnected && document.activeElement === document.body && before.focus({ preventScroll: true }));
    },
    [before],
  );
}

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { newQueries } from "./api/queries.ts";
import { nonce } from "./nonce.ts";
import { newRouter } from "./router.tsx";
import { theme, variables } from "./theme.ts";

export function App() {
  const [queries] = useState(newQueries);
  const [router] = useState(() => newRouter(queries));
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} getStyleNonce={nonce} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Notifications position="top-right" autoClose={6000} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";

/** What follows a change of people or access: the lists load again, and a line says what happened. */
export function useAfterTeamChange(words: string, then: () => void = () => undefined) {
  const api = useTRPC();
  const queryClient = useQueryClient();
  return {
    onSuccess: async () => {
      const filters = [api.team.pathFilter(), api.grant.pathFilter(), api.client.pathFilter()];
      await Promise.all(filters.map((filter) => queryClient.invalidateQueries(filter)));
      toast(words);
      then();
    },
  };
}

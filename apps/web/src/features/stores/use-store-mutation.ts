import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";

/** What follows a change of a store: its pages load again, and a line says what happened. */
export function useAfterChange(): (words: string) => {
  readonly onSuccess: () => Promise<void>;
  readonly onError: (error: { readonly message: string }) => void;
} {
  const api = useTRPC();
  const queryClient = useQueryClient();
  return (words) => ({
    onSuccess: async () => {
      await queryClient.invalidateQueries(api.store.pathFilter());
      toast(words);
    },
    onError: (error) => void toast.error(error.message),
  });
}

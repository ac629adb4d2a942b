import { TemplateListSkeleton } from "../../../../../../../features/template/template-skeleton.tsx";

export default function TemplatesLoading() {
  return <TemplateListSkeleton />;
}

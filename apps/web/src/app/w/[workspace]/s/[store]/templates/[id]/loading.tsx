import { TemplateSkeleton } from "../../../../../../../features/template/template-skeleton.tsx";

export default function TemplateLoading() {
  return <TemplateSkeleton />;
}

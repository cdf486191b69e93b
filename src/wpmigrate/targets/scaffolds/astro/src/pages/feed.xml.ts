import { publicItems } from "../blog";
import site from "../data/site.json";

const MARKS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (mark) => MARKS[mark]);

export async function GET() {
  const posts = (await publicItems()).filter((item) => item.data.type === "post").slice(0, 20);
  const items = posts.map(
    ({ data, rendered }) => `<item>
<title>${escape(data.title)}</title>
<link>${escape(site.url + encodeURI(data.permalink ?? "/"))}</link>
<guid isPermaLink="false">${escape(data.guid ?? data.permalink ?? "")}</guid>
${data.pubDate ? `<pubDate>${data.pubDate.toUTCString()}</pubDate>` : ""}
<description>${escape(rendered?.html ?? "")}</description>
</item>
`,
  );
  const about = "description" in site ? (site.description as string) : site.title;
  return new Response(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
<channel>
<title>${escape(site.title)}</title>
<link>${escape(site.url)}/</link>
<description>${escape(about)}</description>
<language>${escape(site.language)}</language>
${items.join("")}</channel>
</rss>
`);
}

import { getCollection, type CollectionEntry } from "astro:content";
import termAddresses from "./data/terms.json";

export type Item = CollectionEntry<"items">;
export type Comment = {
  id: string;
  author: string;
  url: string | null;
  date: string | null;
  content: string;
  replies: Comment[];
};

const time = (item: Item) => item.data.pubDate?.getTime() ?? 0;

/** What everybody may see, newest first. */
export async function publicItems(): Promise<Item[]> {
  const items = await getCollection("items", ({ data }) => !data.draft && data.permalink);
  return items.sort((a, b) => time(b) - time(a));
}

/** The posts, those that stick first. */
export async function posts(): Promise<Item[]> {
  const all = (await publicItems()).filter((item) => item.data.type === "post");
  return [...all.filter((item) => item.data.sticky), ...all.filter((item) => !item.data.sticky)];
}

/** The pages that stand in the head of the site. */
export async function topPages(): Promise<Item[]> {
  const pages = (await publicItems()).filter(({ data }) => data.type === "page" && data.title && !data.parent);
  return pages.sort((a, b) => (a.data.order ?? 1e6) - (b.data.order ?? 1e6)).slice(0, 12);
}

export function namesOf(item: Item, taxonomy: string): string[] {
  if (taxonomy === "categories") return item.data.categories;
  return taxonomy === "tags" ? item.data.tags : (item.data.terms[taxonomy] ?? []);
}

/** The names and addresses of all terms of an item. */
export function termLinks(item: Item): { name: string; url: string }[] {
  return Object.entries(termAddresses as Record<string, Record<string, string>>).flatMap(([taxonomy, addresses]) =>
    namesOf(item, taxonomy).map((name) => ({ name, url: addresses[name] })),
  );
}

const threads = import.meta.glob<Comment[]>("./data/comments/*.json", { eager: true, import: "default" });

export function commentsOf(item: Item): Comment[] {
  return threads[`./data/comments/${item.data.wordpressId}.json`] ?? [];
}

/** What a list shows of an item: what stands before the more marker, else the first paragraph. */
export function summary(item: Item): string {
  const html = item.rendered?.html ?? "";
  const more = html.indexOf("<!--more-->");
  if (more >= 0) return html.slice(0, more);
  const end = html.indexOf("</p>");
  return html.startsWith("<p>") && end > 0 ? html.slice(0, end + 4) : "";
}

/* global hexo */
"use strict";

// Hexo makes pages of terms at addresses of its own. This makes them where the blog had them, and the list of posts,
// the feed, and pages that lead former addresses on.

const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Not that of hexo-util: it takes "&nbsp;" in a text for one that is escaped already.
const escapeHTML = (text) => String(text).replace(/[&<>"]/g, (mark) => MARKS[mark]);

// Hexo looks each term up in these maps, and a term may be called "constructor".
for (const map of ["category_map", "tag_map"]) {
  hexo.config[map] = Object.assign(Object.create(null), hexo.config[map]);
}

const PER_PAGE = 10;

const file = (path) => path.replace(/^\//, "") + (path.endsWith("/") ? "index.html" : "");

const addressOf = (item) => encodeURI(`/${item.path.replace(/^\//, "").replace(/index\.html$/, "")}`);

const leadsTo = (url) => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>${url}</title>
<link rel="canonical" href="${url}">
<meta http-equiv="refresh" content="0; url=${url}">
</head>
<body><a href="${url}">${url}</a></body>
</html>
`;

// The moment of an item; Hexo takes that of the file where an item of the old site has none.
const isUndated = (item) => item.wordpress_id !== undefined && !item.day;
const moment = (item) => (isUndated(item) ? 0 : item.date.valueOf());

function newestFirst(items) {
  return items.toArray().sort((a, b) => moment(b) - moment(a));
}

function namesOf(item, taxonomy) {
  if (taxonomy !== "categories" && taxonomy !== "tags") return (item.terms ?? {})[taxonomy] ?? [];
  const names = item[taxonomy];
  if (!names) return [];
  return names.toArray ? names.toArray().map((term) => term.name) : names.flat();
}

hexo.extend.helper.register("termLinks", function (item) {
  return Object.entries(this.site.data.terms ?? {}).flatMap(([taxonomy, addresses]) =>
    namesOf(item, taxonomy).map((name) => ({ name, url: addresses[name] })),
  );
});

hexo.extend.helper.register("addressOf", addressOf);

hexo.extend.helper.register("commentsOf", function (item) {
  return this.site.data[`comments/${item.wordpress_id}`] ?? [];
});

hexo.extend.helper.register("topPages", function () {
  return this.site.pages
    .toArray()
    .filter((page) => page.layout === "page" && page.title && !page.parent)
    .sort((a, b) => (a.order ?? 1e6) - (b.order ?? 1e6))
    .slice(0, 12);
});

hexo.extend.generator.register("list", function (locals) {
  const posts = newestFirst(locals.posts);
  const sorted = [...posts.filter((post) => post.sticky), ...posts.filter((post) => !post.sticky)];
  const count = Math.max(1, Math.ceil(sorted.length / PER_PAGE));
  const at = (number) => (number === 1 ? this.config.list_path : `/page/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    path: file(at(index + 1)),
    layout: ["index"],
    data: {
      list: sorted.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
      number: index + 1,
      count,
      newer: index > 0 ? at(index) : "",
      older: index + 1 < count ? at(index + 2) : "",
    },
  }));
});

hexo.extend.generator.register("terms", (locals) => {
  const items = newestFirst(locals.posts).concat(locals.pages.toArray());
  return (locals.data.termList ?? []).map((term) => ({
    path: file(term.path),
    layout: ["term"],
    data: {
      title: term.name,
      description: term.description,
      below: term.below,
      list: items.filter((item) => namesOf(item, term.taxonomy).includes(term.name)),
    },
  }));
});

hexo.extend.generator.register("former", (locals) =>
  [...locals.posts.toArray(), ...locals.pages.toArray()].flatMap((item) =>
    [item.alias ?? []].flat().map((old) => ({ path: file(old), data: leadsTo(addressOf(item)) })),
  ),
);

hexo.extend.generator.register("feed", function (locals) {
  const { title, subtitle, language, url } = this.config;
  const item = (post) => `<item>
<title>${escapeHTML(post.title ?? "")}</title>
<link>${escapeHTML(url + addressOf(post))}</link>
<guid isPermaLink="false">${escapeHTML(post.guid ?? post.permalink)}</guid>
${isUndated(post) ? "" : `<pubDate>${post.date.toDate().toUTCString()}</pubDate>`}
<description>${escapeHTML(post.content)}</description>
</item>
`;
  const items = newestFirst(locals.posts).slice(0, 20).map(item);
  return {
    path: "feed.xml",
    data: `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
<channel>
<title>${escapeHTML(title)}</title>
<link>${escapeHTML(url)}/</link>
<description>${escapeHTML(subtitle || title)}</description>
<language>${escapeHTML(language)}</language>
${items.join("")}</channel>
</rss>
`,
  };
});

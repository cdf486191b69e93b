const isPost = (item) => item.inputPath.startsWith("./content/posts/");
/** The moment of an item; Eleventy takes that of the file where an item of the old site has none. */
const moment = (item) => (item.data.wordpress_id && !item.data.date ? 0 : item.date.getTime());
const byDate = (a, b) => moment(b) - moment(a);

/** The names of the terms of an item in a taxonomy, whatever that is called. */
function namesOf(data, taxonomy) {
  return Object.hasOwn(data, taxonomy) ? data[taxonomy] ?? [] : [];
}

/** What a list shows of an item: what stands before the more marker, else the first paragraph. */
function summary(content) {
  const more = content.indexOf("<!--more-->");
  if (more >= 0) return content.slice(0, more);
  const end = content.indexOf("</p>");
  return content.startsWith("<p>") && end > 0 ? content.slice(0, end + 4) : "";
}

export default function (config) {
  // Eleventy looks for a collection of the name of each tag, and a tag may be called "constructor".
  Object.setPrototypeOf(config.collections, null);
  config.addPassthroughCopy({ "content/wp-content": "wp-content", "content/style.css": "style.css" });

  config.addCollection("postsByDate", (all) => {
    const posts = all.getAll().filter(isPost).sort(byDate);
    return [...posts.filter((post) => post.data.sticky), ...posts.filter((post) => !post.data.sticky)];
  });
  config.addCollection("newestPosts", (all) => all.getAll().filter(isPost).sort(byDate).slice(0, 20));
  config.addCollection("topPages", (all) =>
    all
      .getAll()
      .filter((item) => item.inputPath.startsWith("./content/pages/") && !item.data.parent && item.data.title)
      .sort((a, b) => (a.data.order ?? 1e6) - (b.data.order ?? 1e6))
      .slice(0, 12),
  );
  config.addCollection("formerAddresses", (all) =>
    all.getAll().flatMap((item) => (item.data.redirect_from ?? []).map((old) => ({ old, url: item.url }))),
  );

  config.addFilter("summary", summary);
  config.addFilter("utc", (date) => date.toUTCString());
  config.addFilter("withTerm", (items, term) => items.filter((item) => namesOf(item.data, term.taxonomy).includes(term.name)));
  // A plain function: what an item says stands in the context of the template, under the name of each taxonomy.
  config.addFilter("termLinks", function (terms) {
    return Object.entries(terms).flatMap(([taxonomy, addresses]) =>
      namesOf(this.ctx, taxonomy).map((name) => ({ name, url: addresses[name] })),
    );
  });

  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "_site" },
    // Posts are text: what looks like a tag of a template in them is none.
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}

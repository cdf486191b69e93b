import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const names = z.array(z.string()).default([]);

const items = defineCollection({
  // The path is the identity: two items may have one slug.
  loader: glob({ pattern: "**/*.md", base: "./src/content/items", generateId: ({ entry }) => entry }),
  schema: z.object({
    title: z.string(),
    pubDate: z.coerce.date().optional(),
    day: z.string().optional(),
    updatedDate: z.coerce.date().optional(),
    permalink: z.string().optional(),
    draft: z.boolean().default(false),
    categories: names,
    tags: names,
    terms: z.record(z.string(), z.array(z.string())).default({}),
    authors: names,
    description: z.string().optional(),
    image: z.string().optional(),
    sticky: z.boolean().default(false),
    order: z.number().optional(),
    parent: z.string().optional(),
    status: z.string().optional(),
    type: z.string(),
    format: z.string().optional(),
    commentCount: z.number().default(0),
    guid: z.string().optional(),
    wordpressId: z.string(),
    meta: z.record(z.string(), z.any()).optional(),
  }),
});

export const collections = { items };

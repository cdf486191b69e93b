import React from "react";
import { useBlogPost } from "@docusaurus/plugin-content-blog/client";
import BlogPostItem from "@theme-original/BlogPostItem";
import Comments from "../../components/Comments";

/** A post, with its comments below it on its own page. */
export default function BlogPostItemWithComments(props) {
  const { metadata, isBlogPostPage } = useBlogPost();
  return (
    <>
      <BlogPostItem {...props} />
      {isBlogPostPage && <Comments list={metadata.frontMatter.comments} />}
    </>
  );
}

import React from "react";
import useDocusaurusContext from "@docusaurus/useDocusaurusContext";
import BlogListPaginator from "@theme-original/BlogListPaginator";

/** What leads from page to page of a list; the last page of the list of posts names those that have no date first. */
export default function BlogListPaginatorWithUndated(props) {
  const { listPath, undated } = useDocusaurusContext().siteConfig.customFields;
  const { permalink, nextPage } = props.metadata;
  const isLast = !nextPage && (permalink === listPath || permalink.startsWith("/page/"));
  return (
    <>
      {isLast && undated.length > 0 && (
        <ul>
          {undated.map((post) => (
            <li key={post.path}>
              <a href={post.path}>{post.title}</a>
            </li>
          ))}
        </ul>
      )}
      <BlogListPaginator {...props} />
    </>
  );
}
